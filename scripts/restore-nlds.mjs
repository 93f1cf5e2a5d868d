// One file of the NL Design System components in package.json, in two layers: the styles of plain elements would beat a
// class of a component, and both must lose against ours (docs/decisions/0024-gezicht.md).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const elementen = '@utrecht/html-content-css'
const css = (naam) => readFileSync(join(root, 'node_modules', naam, 'dist/index.min.css'), 'utf8')
const onderdelen = Object.keys(dependencies).filter((naam) => naam.startsWith('@utrecht/') && naam !== elementen)

const doel = join(root, 'wwwroot/lib/nlds/nlds.css')
mkdirSync(dirname(doel), { recursive: true })
writeFileSync(doel, `/* ${[elementen, ...onderdelen].map((n) => `${n} ${dependencies[n]}`).join(', ')}: EUPL-1.2 */
@layer nlds-elementen{${css(elementen)}}
@layer nlds-onderdelen{${onderdelen.map(css).join('\n')}}
`)
