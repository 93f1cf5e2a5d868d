// Suggestions under the search box, and "mijn plek". Without this the form does the same, a page further.
const pauze = 200

for (const formulier of document.querySelectorAll('form.zoek')) {
  const zoek = formulier.getAttribute('action') // in the language of the page: /zoek or /en/zoek
  suggesties(formulier.querySelector('input[type=search]'), zoek)
  plek(formulier.querySelector('[data-plek]'), zoek)
}

function suggesties(veld, zoek) {
  const ga = (adres) => location.assign(zoek.replace('/zoek', adres))
  const lijst = Object.assign(document.createElement('ul'), { id: `${veld.id}-suggesties`, className: 'suggesties', hidden: true })
  lijst.setAttribute('role', 'listbox')
  lijst.setAttribute('aria-label', veld.dataset.suggesties)
  veld.parentElement.after(lijst)
  for (const [naam, waarde] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': lijst.id })) veld.setAttribute(naam, waarde)

  let wacht, onderweg
  let gekozen = -1

  const toon = (open) => {
    lijst.hidden = !open
    veld.setAttribute('aria-expanded', `${open}`)
    if (!open) kies(-1)
  }
  const kies = (i) => {
    gekozen = i
    for (const [n, regel] of [...lijst.children].entries()) regel.setAttribute('aria-selected', `${n === i}`)
    if (i < 0) veld.removeAttribute('aria-activedescendant')
    else veld.setAttribute('aria-activedescendant', lijst.children[i].id)
  }
  const vul = (gevonden) => {
    lijst.replaceChildren(...gevonden.map(({ naam, waar, adres }, i) => {
      const regel = Object.assign(document.createElement('li'), { id: `${lijst.id}-${i}` })
      regel.setAttribute('role', 'option')
      regel.setAttribute('aria-selected', 'false')
      regel.append(naam, Object.assign(document.createElement('span'), { className: 'klein', textContent: waar }))
      regel.dataset.adres = adres
      regel.addEventListener('click', () => ga(adres))
      regel.addEventListener('mousedown', (e) => e.preventDefault()) // the box keeps the focus
      return regel
    }))
    toon(gevonden.length > 0)
  }
  const vraag = async () => {
    onderweg?.abort()
    const tekst = veld.value.trim()
    if (tekst.length < 2) return toon(false)
    onderweg = new AbortController()
    try {
      const naar = veld.form.elements.naar ? `&naar=${veld.form.elements.naar.value}` : ''
      const antwoord = await fetch(`${zoek}/suggesties?q=${encodeURIComponent(tekst)}${naar}`, { signal: onderweg.signal })
      if (antwoord.ok && veld.value.trim() === tekst) vul(await antwoord.json())
    } catch {
      toon(false) // Enter still works
    }
  }

  veld.addEventListener('input', () => {
    clearTimeout(wacht)
    wacht = setTimeout(vraag, pauze)
  })
  veld.addEventListener('keydown', (e) => {
    const aantal = lijst.hidden ? 0 : lijst.children.length
    if (e.key === 'Escape' && aantal) {
      e.preventDefault() // what was typed stays
      toon(false)
    }
    if (aantal && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      e.preventDefault()
      kies(e.key === 'ArrowDown' ? (gekozen + 1) % aantal : (gekozen <= 0 ? aantal : gekozen) - 1)
    } else if (e.key === 'Enter' && gekozen >= 0) {
      e.preventDefault()
      ga(lijst.children[gekozen].dataset.adres)
    }
  })
  veld.addEventListener('blur', () => toon(false))
}

function plek(knop, zoek) {
  if (!knop || !navigator.geolocation || !isSecureContext) return
  knop.hidden = false
  const melding = knop.nextElementSibling
  knop.addEventListener('click', () => {
    melding.textContent = knop.dataset.bezig
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => location.assign(`${knop.dataset.plek || `${zoek}?plek=`}${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`), // ten metres is enough
      () => (melding.textContent = knop.dataset.fout),
      { timeout: 10_000, maximumAge: 60_000 },
    )
  })
}
