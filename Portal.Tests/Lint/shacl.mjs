// Judges a file of RDF (Turtle) by shapes: node shacl.mjs DATA SHAPES… prints a line per violation or warning.
import { readFileSync } from 'node:fs'
import env from '@zazuko/env'
import { Parser } from 'n3'
import Validator from 'rdf-validate-shacl'

const lees = (pad) => env.dataset(new Parser({ factory: env }).parse(readFileSync(pad, 'utf8')))
const [data, ...shapes] = process.argv.slice(2)
const triples = lees(data)
console.log(`triples ${triples.size}`)
for (const pad of shapes) {
  const rapport = await new Validator(lees(pad), { factory: env }).validate(triples)
  for (const r of rapport.results) {
    const ernst = r.severity?.value.split('#')[1]
    console.log([ernst, pad.split('/').pop(), r.focusNode?.value, r.path?.value, r.sourceConstraintComponent?.value.split('#')[1], r.value?.value].join(' '))
  }
}
