import { bijBeeld } from '/js/bij-beeld.js'

bijBeeld(({ definePortalMap, link, vanLegenda }) =>
  definePortalMap({
    stijl: ({ vormen }) => (vormen ? 'buur' : 'ding'),
    kleur: ({ legenda }, eigenschappen) => { const l = legenda && JSON.parse(legenda); return l && vanLegenda(l, eigenschappen[l.kolom]) },
    popup: ({ pad }, { dataset, id, titel }) => link(`/${pad}/${dataset}/${encodeURIComponent(id)}`, titel),
  }),
)
