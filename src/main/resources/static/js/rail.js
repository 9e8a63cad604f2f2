// Keeps the rail open, remembered in this browser.
import { remember } from './memory.js';

const root = document.documentElement;
const pin = document.querySelector('[data-rail-pin]');

const show = () => pin.setAttribute('aria-pressed', String(root.dataset.rail === 'open'));

pin?.addEventListener('click', () => {
    if (root.dataset.rail === 'open') delete root.dataset.rail;
    else root.dataset.rail = 'open';
    remember('rail', root.dataset.rail ?? null);
    show();
});
if (pin) show();
