// The light or dark button: what the reader chose wins over the system, and is remembered.
import { remember } from './memory.js';

const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
const tell = () => document.dispatchEvent(new CustomEvent('theme', { detail: { dark: isDark() } }));

document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-theme-toggle]')) return;
    const wanted = isDark() ? 'light' : 'dark';
    const asSystem = (wanted === 'dark') === system.matches;
    if (asSystem) delete root.dataset.theme;
    else root.dataset.theme = wanted;
    remember('theme', asSystem ? null : wanted);
    tell();
});
system.addEventListener('change', tell);
