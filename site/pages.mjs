// Which page stands where on the site: the order of the sidebar. A page of no other group stands in the last one.
export const groups = [
  { text: 'Begin', pages: ['README.md', 'docs/install.md', 'docs/commands.md', 'docs/scenarios/README.md', 'docs/reading-results.md'] },
  {
    text: 'For analysts',
    pages: [
      'docs/guide/analyst.md', 'docs/scenario-files.md', 'docs/output-files.md', 'docs/metrics.md', 'docs/guide/page.md', 'docs/guide/charts.md', 'docs/guide/sensitivity.md',
      'docs/guide/optimise.md', 'docs/guide/large.md', 'docs/guide/calibrate.md', 'docs/recipes.md', 'docs/border/README.md'
    ]
  },
  {
    text: 'For modelers',
    pages: [
      'docs/guide/README.md', 'docs/guide/tutorial.md', 'docs/guide/cookbook.md', 'docs/guide/engine.md', 'docs/guide/event-list.md',
      'docs/guide/processes.md', 'docs/notebook/README.md', 'docs/modules/README.md', 'docs/guide/jsl.md', 'docs/guide/image.md'
    ]
  },
  { text: 'Coming from', folder: 'docs/coming-from/' },
  { text: 'A course', folder: 'docs/course/' },
  { text: 'Why trust it', pages: ['docs/guide/model.md', 'docs/guide/intervals.md', 'docs/guide/coverage.md', 'docs/guide/validate.md', 'docs/checks.md', 'docs/mutation.md', 'docs/faults.md', 'benchmarks/README.md'] },
  { text: 'The built-in scenarios', folder: 'docs/scenarios/', closed: true },
  { text: 'Contribute', pages: ['CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/style.md', 'docs/release.md', 'CHANGELOG.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md'] },
  { text: 'Decision records', folder: 'docs/adr/', closed: true },
  { text: 'Files in the repository', folder: '', closed: true }
]

/** The address of a page on the site: README is the page of its folder. */
export function target(path) {
  return path.replace(/(^|\/)README\.md$/, '$1index.md')
}
