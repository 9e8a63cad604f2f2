// Runs before the first paint, so that a remembered theme or an opened rail never flashes. Not a module: those wait.
(() => {
    const root = document.documentElement;
    try {
        const theme = localStorage.getItem('theme');
        if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
        if (localStorage.getItem('rail') === 'open') root.dataset.rail = 'open';
    } catch {
        // Storage is off in this browser: the system's theme and the narrow rail it is.
    }
})();
