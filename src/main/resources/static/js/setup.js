// Guesses the time zone from the browser, and the short name from the name while nobody has typed one.
document.querySelectorAll('[data-guess-zone]').forEach((zone) => {
    if (!zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
});

const name = document.getElementById('community');
const slug = document.getElementById('slug');

if (name && slug && !slug.value) {
    let own = false;
    slug.addEventListener('input', () => (own = slug.value !== ''));
    name.addEventListener('input', () => {
        if (own) return;
        slug.value = name.value
            .normalize('NFD')
            .replace(/\p{M}/gu, '')
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .slice(0, 60)
            .replace(/^-+|-+$/g, '');
    });
}
