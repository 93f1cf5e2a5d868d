import { bijBeeld } from '/js/bij-beeld.js'

bijBeeld(({ definePortalMap, link }) =>
  definePortalMap({
    stijl: ({ vormen }) => (vormen ? 'buur' : 'ding'),
    kleur: ({ legenda }, eigenschappen) => legenda && kleur(JSON.parse(legenda), eigenschappen),
    popup: ({ pad }, { dataset, id, titel }) => link(`/${pad}/${dataset}/${encodeURIComponent(id)}`, titel),
  }),
)

// Without a value a place has no colour of a class: it is not known, and not low.
function kleur({ kolom, grenzen, kleuren }, eigenschappen) {
  const waarde = eigenschappen[kolom]
  if (waarde === null || waarde === undefined) return 'none'
  return kleuren[grenzen.filter((g) => waarde >= g).length]
}
