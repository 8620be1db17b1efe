// Opens every page of the built site in Chromium, wide and narrow: no broken link or anchor, nothing wider than the screen, no error in the console,
// no request to another host; and the search finds a word.
//   node check.mjs FOLDER VERSION
import { createServer } from 'node:http'
import { readFileSync, existsSync, readdirSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'

const [folder, version] = process.argv.slice(2)
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.woff2': 'font/woff2', '.png': 'image/png' }
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
  const file = join(folder, path.endsWith('/') ? path + 'index.html' : path)
  if (!existsSync(file) || statSync(file).isDirectory()) {
    response.writeHead(404).end('not found')
    return
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain; charset=utf-8' }).end(readFileSync(file))
}).listen(0, '127.0.0.1')
await new Promise(done => server.once('listening', done))
const origin = `http://127.0.0.1:${server.address().port}`

function pagesIn(path) {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap(each => {
    const inner = `${path}/${each.name}`
    if (each.isDirectory()) return each.name === 'api' || each.name === 'files' ? [] : pagesIn(inner)
    // One live page stands for all: each starts the model.
    if (path.endsWith('/live') && each.name !== 'day-and-night.html') return []
    return each.name.endsWith('.html') && each.name !== '404.html' ? [inner] : []
  })
}

const problems = []
const pages = pagesIn(`/${version}`)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const ids = new Map()
const links = []
for (const width of [1366, 390]) {
  const page = await browser.newPage({ viewport: { width, height: 768 } })
  let now = ''
  page.on('console', message => message.type() === 'error' && problems.push(`${now} at ${width}: console: ${message.text()}`))
  page.on('pageerror', error => problems.push(`${now} at ${width}: ${error.message}`))
  page.on('request', request => new URL(request.url()).origin === origin || request.url().startsWith('data:') || problems.push(`${now}: asks ${request.url()}`))
  for (now of pages) {
    await page.goto(origin + now, { waitUntil: 'load' })
    const seen = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ids: [...document.querySelectorAll('[id]')].map(each => each.id),
      links: [...document.querySelectorAll('a[href]')].map(each => each.href)
    }))
    if (seen.wide > 0) problems.push(`${now} at ${width}: ${seen.wide} px wider than the screen`)
    ids.set(now, new Set(seen.ids))
    seen.links.forEach(href => links.push([now, href]))
  }
  await page.close()
}
const addresses = new Set()
for (const [from, href] of new Map(links.map(each => [each.join(' '), each])).values()) {
  const url = new URL(href)
  if (url.origin !== origin) {
    addresses.add(href)
    continue
  }
  const path = decodeURIComponent(url.pathname.endsWith('/') ? url.pathname + 'index.html' : url.pathname)
  if (!existsSync(join(folder, path))) problems.push(`${from}: ${path} does not exist`)
  else if (url.hash.length > 1 && ids.has(path) && !ids.get(path).has(decodeURIComponent(url.hash.slice(1)))) problems.push(`${from}: no ${url.hash} in ${path}`)
}
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
await page.goto(`${origin}/${version}/`)
await page.locator('.VPNavBarSearch button').first().click()
await page.locator('#localsearch-input').fill('headway')
await page.locator('#localsearch-list li a').first().waitFor({ timeout: 20000 }).catch(() => problems.push('search: nothing found for "headway"'))
await browser.close()
server.close()
if (problems.length > 0) {
  console.error(`site: ${problems.length} problems\n  ${problems.slice(0, 60).join('\n  ')}`)
  process.exit(1)
}
console.log(`site: ${pages.length} pages in two widths, ${links.length} links, ${addresses.size} addresses outside (not asked), search finds`)
