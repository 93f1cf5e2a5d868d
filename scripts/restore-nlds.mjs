// One file of the NL Design System components in package.json, in two layers: the styles of plain elements would beat a
// class of a component, and both must lose against ours (docs/decisions/0024-gezicht.md). What no page of ours names is
// left out: the build makes it again when a page changes.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const inhoud = '@utrecht/html-content-css'
const css = (naam) => readFileSync(join(root, 'node_modules', naam, 'dist/index.min.css'), 'utf8')
const onderdelen = Object.keys(dependencies).filter((naam) => naam.startsWith('@utrecht/') && naam !== inhoud)

const bronnen = ['Portal.Web', 'wwwroot/js'].flatMap((map) =>
  readdirSync(join(root, map), { recursive: true })
    .filter((pad) => /\.(cshtml|razor|cs|js)$/.test(pad) && !/^(bin|obj)[\\/]/.test(pad))
    .map((pad) => readFileSync(join(root, map, pad), 'utf8')),
)
const genoemd = new Set(bronnen.join('\n').match(/utrecht-[a-z0-9_-]+/g))
const begin = [...genoemd].filter((klasse) => klasse.endsWith('--')) // what stands behind it is put there by the page
const kent = (klasse) => genoemd.has(klasse) || begin.some((b) => klasse.startsWith(b))
const tekst = bronnen.join('\n')
const vondsten = (patroon) => new Set([...tekst.matchAll(patroon)].map(([, woord]) => woord))
const woorden = vondsten(/["']([a-z][a-z0-9-]*)["']/g)
const soorten = vondsten(/\btype="([a-z-]+)"/g)
const elementen = vondsten(/<([a-z][a-z0-9]*)/g)
const kentVeld = ([, naam, waarde]) => (naam === 'type' ? soorten : woorden).has(waarde)
const kentElement = (naam) => elementen.has(naam) || woorden.has(naam) || naam === 'body'
const blijft = (kiezer) =>
  (kiezer.match(/\.utrecht-[a-z0-9_-]+/g) ?? []).every((klasse) => kent(klasse.slice(1))) &&
  [...kiezer.matchAll(/\[(type|autocomplete|inputmode)~?="?([a-z-]+)"? i\]/g)].every(kentVeld) &&
  (kiezer.replace(/[\[(].*?[\])]/g, '').match(/(?<=^|[ >+~])[a-z][a-z0-9]*/g) ?? []).every(kentElement)

/** Cut at the commas that are not within brackets. */
function losse(kiezers) {
  const uit = ['']
  let diep = 0
  for (const teken of kiezers) {
    if ('(['.includes(teken)) diep++
    if (')]'.includes(teken)) diep--
    if (teken === ',' && !diep) uit.push('')
    else uit[uit.length - 1] += teken
  }
  return uit
}

function snoei(tekst) {
  let uit = ''
  for (let plek = 0; plek < tekst.length; ) {
    const open = tekst.indexOf('{', plek)
    if (open < 0) return uit + tekst.slice(plek)
    let dicht = open + 1
    for (let diep = 1; diep; dicht++) diep += { '{': 1, '}': -1 }[tekst[dicht]] ?? 0
    const [kop, lijf] = [tekst.slice(plek, open), tekst.slice(open + 1, dicht - 1)]
    plek = dicht
    if (/^\s*@(media|supports)/.test(kop)) uit += `${kop}{${snoei(lijf)}}`
    else if (kop.trim().startsWith('@')) uit += `${kop}{${lijf}}`
    else if (losse(kop).some(blijft)) uit += `${losse(kop).filter(blijft).join(',')}{${lijf}}`
  }
  return uit
}

const doel = join(root, 'wwwroot/lib/nlds/nlds.css')
const klaar = (naam) => snoei(css(naam).replace(/\/\*[^]*?\*\//g, ''))
mkdirSync(dirname(doel), { recursive: true })
writeFileSync(doel, `/* ${[inhoud, ...onderdelen].map((n) => `${n} ${dependencies[n]}`).join(', ')}: EUPL-1.2 */
@layer nlds-elementen{${klaar(inhoud)}}
@layer nlds-onderdelen{${onderdelen.map(klaar).join('\n')}}
`)

// Leaflet's style and ours of a large map: one request
const lees = (pad) => readFileSync(join(root, 'wwwroot', pad), 'utf8')
writeFileSync(join(root, 'wwwroot/lib/leaflet/leaflet.kaart.css'), lees('lib/leaflet/leaflet.css') + lees('css/kaart.css'))
