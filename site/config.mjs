// The site: search without a server, no request to any other host, pages under the version that they belong to.
import { existsSync, readFileSync } from 'node:fs'

const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const { version, address, commit } = read('../about.json')
const others = existsSync(new URL('../versions.json', import.meta.url)) ? read('../versions.json') : [version]

export default {
  title: 'Bridge Convoy',
  description: 'Convoys of trucks over a single-lane bridge: how many trucks and tonnes get over in a day, and what limits it.',
  lang: 'en',
  // No picture for the tab, so that browsers ask for none.
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  base: `/${version}/`,
  cleanUrls: false,
  ignoreDeadLinks: [/^\/files\//, /\/files\//, /\/api\//, /\/live\//],
  markdown: {
    html: false,
    // The anchors that GitHub gives, so that a link holds in both.
    anchor: { slugify: text => text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-') },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }
  },
  themeConfig: {
    nav: [
      ...(existsSync(new URL('../public/live/day-and-night.html', import.meta.url))
        ? [{ text: 'Try it live', link: `/live/day-and-night.html`, target: '_blank' }]
        : []),
      { text: 'API', link: `/api/sim-core/index.html`, target: '_blank' },
      { text: `Version ${version}`, items: others.map(each => ({ text: each, link: `/../${each}/`, target: '_self' })) }
    ],
    sidebar: read('../sidebar.json'),
    outline: { level: [2, 3] },
    search: { provider: 'local' },
    socialLinks: [],
    footer: { message: `Apache License 2.0. Commit ${commit.slice(0, 12)}.` },
    editLink: undefined,
    docFooter: { prev: 'Before', next: 'Next' },
    externalLinkIcon: false
  }
}
