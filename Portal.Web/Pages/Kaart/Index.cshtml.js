import { definePortalMap, element, euro, euroCent, link, pad, zin } from '/js/portal-map.js'

const MATEN = { per_inwoner: zin(' per inwoner'), per_huishouden: zin(' per huishouden'), per_hectare: zin(' per hectare') }

definePortalMap({
  stijl: ({ waarde, grenzen }, eigenschappen) => klasse(eigenschappen[waarde], (grenzen ?? '').split(' ').filter(Boolean).map(Number)),
  label: ({ waarde }, eigenschappen) => `${eigenschappen.naam}: ${euro(eigenschappen[waarde])}${eigenschappen[waarde] === null ? '' : (MATEN[waarde] ?? '')}`,
  popup: ({ soorten, waarde, keuze }, eigenschappen) => {
    const { code, naam, bedrag } = eigenschappen
    return element('div', {}, [
      element('p', {}, [link(`/${soorten}/${encodeURIComponent(code)}?${keuze}`, naam)]),
      ...(waarde in MATEN && eigenschappen[waarde] !== null ? [element('p', {}, [euroCent(eigenschappen[waarde]) + MATEN[waarde]])] : []),
      element('p', {}, [euro(bedrag) + zin(' in totaal')]),
      ...(bedrag === null ? [] : [element('p', {}, [pad(`/begroting/posten?${keuze}&gebied=${encodeURIComponent(code)}`, zin('Alle bedragen hier'))])]),
    ])
  },
})

function klasse(waarde, grenzen) {
  if (waarde === null || waarde === undefined) return 'zonder'
  let i = 0
  while (i + 1 < grenzen.length && waarde >= grenzen[i + 1]) i++
  return `klasse-${i}`
}
