// Copies the documents of the repository to a folder for VitePress: links to pages stay links, files that a page links to come along,
// folders, sources and scripts link to the repository. Every link is looked up; one that leads nowhere stops the build. Below a command that runs a
// scenario of which there is a live page, a link leads to it.
//   node stage.mjs REPOSITORY FOLDER ADDRESS COMMIT
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { groups, target } from './pages.mjs'

const [repository, folder, address, commit] = process.argv.slice(2)
const tracked = execFileSync('git', ['-C', repository, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0').filter(Boolean)
const pages = tracked.filter(path => path.endsWith('.md') && !path.startsWith('.github/') && !path.startsWith('site/'))
const known = new Set(pages)
const broken = []

function title(path) {
  const heading = readFileSync(join(repository, path), 'utf8').match(/^# (.+)$/m)
  return heading ? heading[1].replace(/`/g, '') : path
}

function link(from, href) {
  if (/^[a-z]+:/.test(href) || href.startsWith('#')) return href
  const [path, anchor] = href.split('#')
  const to = posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(path))).replace(/\/$/, '')
  const full = join(repository, to)
  if (!existsSync(full)) {
    broken.push(`${from}: ${href}`)
    return href
  }
  const readme = posix.join(to, 'README.md')
  const page = known.has(to) ? to : known.has(readme) ? readme : null
  if (page) return '/' + target(page) + (anchor ? '#' + anchor : '')
  if (statSync(full).isDirectory()) return `${address}/tree/${commit}/${to}`
  if (!/\.(yaml|json|csv|svg|png)$/.test(to)) return `${address}/blob/${commit}/${to}`
  const file = join(folder, 'public', 'files', to)
  mkdirSync(dirname(file), { recursive: true })
  cpSync(full, file)
  return `/files/${to}`
}

const { version } = JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8'))
const live = name => existsSync(join(folder, 'public', 'live', `${name}.html`))

/** Text of a page with a link to the live page below the first command that runs a scenario, once for each scenario. */
function tried(text) {
  const told = new Set()
  return text.replace(/^```\w*\n[\s\S]*?^```\n|^\n(?: {4}.*\n)+/gm, block => {
    const name = block.match(/convoy run ([a-z0-9-]+)(?=\s|$)/)?.[1]
    if (!name || told.has(name) || !live(name)) return block
    told.add(name)
    return `${block}\n[Move its sliders: ${name}, live](/${version}/live/${name}.html){target="_blank"}\n`
  })
}

/** Text of a page with its links replaced; code stays as it is, comments go. */
function staged(path) {
  const parts = tried(readFileSync(join(repository, path), 'utf8')).split(/(^```[\s\S]*?^```$|`[^`\n]*`)/m)
  return parts.map((part, i) => i % 2 === 1 ? part : part
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\]\(([^)\s]+)\)/g, (_, href) => `](${href.startsWith(`/${version}/live/`) ? href : link(path, href)})`)).join('')
}

for (const path of pages) {
  const file = join(folder, target(path))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, staged(path))
}

const placed = new Set()
const sidebar = groups.map(group => {
  const members = group.pages
    ? group.pages.filter(path => known.has(path))
    : pages.filter(path => path.startsWith(group.folder) && !placed.has(path))
  members.forEach(path => placed.add(path))
  return { text: group.text, collapsed: group.closed ?? false, items: members.map(path => ({ text: title(path), link: '/' + target(path).replace(/(index)?\.md$/, '') })) }
}).filter(group => group.items.length > 0)
writeFileSync(join(folder, 'sidebar.json'), JSON.stringify(sidebar, null, 2))

if (broken.length > 0) {
  console.error(`site: ${broken.length} links lead nowhere:\n  ${broken.join('\n  ')}`)
  process.exit(1)
}
console.error(`site: ${pages.length} pages`)
