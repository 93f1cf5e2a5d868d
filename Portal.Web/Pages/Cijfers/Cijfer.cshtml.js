// The years as a film: a slider and a button in place of the row of links. Each year is the page itself, of which the part
// with the map, the strip and the table is put in.
const film = () => document.getElementById('film')
const rust = matchMedia('(prefers-reduced-motion: reduce)')
const gelezen = new Map()
let speelt

async function lees(adres) {
  if (!gelezen.has(adres)) {
    const antwoord = await fetch(adres)
    if (!antwoord.ok) throw new Error(antwoord.statusText)
    gelezen.set(adres, new DOMParser().parseFromString(await antwoord.text(), 'text/html'))
  }
  return gelezen.get(adres)
}

async function toon(adres, waar) {
  try {
    const pagina = await lees(adres)
    for (const id of ['film', 'antwoord']) {
      const nieuw = pagina.getElementById(id)
      if (nieuw) document.getElementById(id).replaceWith(document.adoptNode(nieuw.cloneNode(true)))
    }
    history.replaceState(null, '', adres)
    bouw(waar)
  } catch {
    location.assign(adres) // the page itself says what is wrong
  }
}

function stop(knop) {
  clearInterval(speelt)
  speelt = undefined
  if (knop) knop.textContent = knop.dataset.speel
}

function bouw(waar) {
  const nav = film()?.querySelector('nav.film')
  if (!nav) return
  const links = [...nav.querySelectorAll('a')]
  const nu = links.findIndex((a) => a.ariaCurrent === 'true')
  const [naam, balk, knop] = ['label', 'input', 'button'].map((soort) => document.createElement(soort))
  const adres = (i) => links[i].getAttribute('href').split('#')[0]
  Object.assign(balk, { type: 'range', min: 0, max: links.length - 1, step: 1, value: nu })
  balk.setAttribute('aria-valuetext', links[nu].textContent)
  balk.addEventListener('input', () => balk.setAttribute('aria-valuetext', links[balk.value].textContent))
  balk.addEventListener('change', () => toon(adres(Number(balk.value)), 'balk'))
  naam.append(nav.getAttribute('aria-label'), balk)
  knop.type = 'button'
  knop.className = 'utrecht-button utrecht-button--secondary-action'
  knop.dataset.speel = document.documentElement.lang === 'en' ? 'Play' : 'Speel af'
  knop.dataset.stop = document.documentElement.lang === 'en' ? 'Stop' : 'Stop'
  knop.textContent = speelt ? knop.dataset.stop : knop.dataset.speel
  knop.addEventListener('click', () => {
    if (speelt) return stop(knop)
    const volgende = () => {
      const hier = [...film().querySelectorAll('nav.film a')].findIndex((a) => a.ariaCurrent === 'true')
      if (hier + 1 >= links.length) return stop(film().querySelector('nav.film button'))
      toon(adres(hier + 1), document.activeElement?.closest('nav.film') ? 'knop' : undefined)
    }
    speelt = setInterval(volgende, 1200)
    if (nu + 1 >= links.length) toon(adres(0), 'knop')
    else volgende()
  })
  nav.append(naam)
  if (!rust.matches) nav.append(knop) // what moves by itself is not for everybody
  if (waar) (waar === 'knop' ? knop : balk).focus()
}

bouw()
