// Judges a datapackage.json by the profile that it names, and reads each of its files by its schema: node pakket.mjs PATH prints
// a line per fault, and per file how many rows it has. A Fiscal Data Package (1.0) is judged as the tabular one that it is too:
// the library has the schema of 0.3, which asks for a `model` and does not know its own name.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import datapackage from 'datapackage'

const [pad] = process.argv.slice(2)
const beschrijving = JSON.parse(readFileSync(pad, 'utf8'))
const profiel = beschrijving.profile
if (profiel === 'fiscal-data-package') beschrijving.profile = 'tabular-data-package'
const pakket = await datapackage.Package.load(beschrijving, { basePath: dirname(pad), strict: false })
console.log(`profile ${profiel} ${pakket.valid}`)
for (const fout of pakket.errors) console.log(`Fault ${fout.message}`)
for (const bron of pakket.resources) {
  try {
    console.log(`${bron.name} ${(await bron.read({ keyed: true })).length}`)
  } catch (fout) {
    console.log(`Fault ${bron.name}: ${fout.message} ${(fout.errors ?? []).map((f) => f.message).join('; ')}`)
  }
}
