// A file on its way: how far it is, and a way to stop. Without this the form is sent as any other.
const form = document.querySelector('form[data-versturen]')
const [deel, stand, balk, mislukt] = ['.versturen', '[data-stand]', 'progress', '[data-mislukt]'].map((s) => form.querySelector(s))
const bestand = form.elements.bestand
const knop = form.querySelector('button:not([type])')
const mb = (bytes) => (bytes / 1e6).toLocaleString('nl-NL', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })

function toon(bezig, fout) {
  deel.hidden = !bezig
  knop.disabled = bezig
  mislukt.hidden = !fout
  mislukt.textContent = fout ?? ''
}

// Read aloud at every tenth only; the bar moves on its own
function verder({ loaded, total }) {
  balk.value = total ? (loaded / total) * 100 : 0
  const tiende = Math.floor(balk.value / 10) * 10
  if (loaded === total) stand.textContent = 'Verstuurd. De site slaat het bestand op.'
  else if (stand.dataset.tiende !== `${tiende}`) {
    stand.dataset.tiende = tiende
    stand.textContent = `${tiende} % van ${mb(total)} MB is verstuurd.`
  }
}

function klaar(vraag) {
  if (vraag.status === 200 && !new URL(vraag.responseURL).pathname.startsWith('/beheer/nieuw')) {
    location.assign(vraag.responseURL)
    return
  }
  const antwoord = new DOMParser().parseFromString(vraag.responseText, 'text/html')
  const zin = antwoord.querySelector('main [role="alert"]:not([hidden])')?.textContent
  toon(false, zin ?? (vraag.status === 413 ? 'Dit bestand is te groot. Deel het op.' : 'Het versturen is niet gelukt. Probeer het opnieuw.'))
}

form.addEventListener('submit', (e) => {
  e.preventDefault()
  const vraag = new XMLHttpRequest()
  stand.dataset.tiende = ''
  vraag.upload.addEventListener('progress', verder)
  vraag.addEventListener('load', () => klaar(vraag))
  vraag.addEventListener('error', () => toon(false, 'De verbinding is weggevallen. Er is niets bewaard. Probeer het opnieuw.'))
  vraag.addEventListener('abort', () => toon(false, 'U bent gestopt. Er is niets bewaard.'))
  form.querySelector('[data-stop]').onclick = () => vraag.abort()
  vraag.open('POST', form.action)
  vraag.send(new FormData(form))
  toon(true)
  verder({ loaded: 0, total: bestand.files[0]?.size ?? 0 })
})

// A file may be dropped anywhere on the form
for (const soort of ['dragenter', 'dragover']) {
  form.addEventListener(soort, (e) => {
    if (!e.dataTransfer?.types.includes('Files')) return
    e.preventDefault()
    form.classList.add('sleept')
  })
}
form.addEventListener('dragleave', (e) => form.contains(e.relatedTarget) || form.classList.remove('sleept'))
form.addEventListener('drop', (e) => {
  form.classList.remove('sleept')
  if (!e.dataTransfer?.files.length) return
  e.preventDefault()
  bestand.files = e.dataTransfer.files
})
