import { definePortalMap } from '/js/portal-map.js'

definePortalMap({ stijl: () => 'buur' })
