// What `libman restore` does with libman.json, for its provider "filesystem": copy the listed files (docs/decisions).
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { defaultProvider, libraries } = JSON.parse(readFileSync(join(root, 'libman.json'), 'utf8'))

for (const { library, destination, files, provider = defaultProvider } of libraries) {
  if (provider !== 'filesystem') throw new Error(`libman.json: ${library} has provider ${provider}; only filesystem is restored here`)
  rmSync(join(root, destination), { recursive: true, force: true })
  for (const file of files) {
    const target = join(root, destination, file)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(join(root, library, file), target)
  }
}
