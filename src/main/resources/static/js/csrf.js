// Every request that changes something carries the token of this page.
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

export const csrfHeaders = () => {
    const header = meta('csrf-header');
    return header ? { [header]: meta('csrf-token') } : {};
};

document.addEventListener('htmx:configRequest', (event) => {
    if (event.detail.verb !== 'get') Object.assign(event.detail.headers, csrfHeaders());
});
