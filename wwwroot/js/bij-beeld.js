// A map below a list is an extra: who does not come near it does not fetch it.
export function bijBeeld(maak) {
  const bijna = new IntersectionObserver(
    async (gezien) => {
      if (!gezien.some((g) => g.isIntersecting)) return
      bijna.disconnect()
      maak(await import('/js/portal-map.js'))
    },
    { rootMargin: '400px' },
  )
  for (const kaart of document.querySelectorAll('portal-map')) bijna.observe(kaart)
}
