// The page of one import follows the tray's stream: whenever its job changes, the panel is asked for anew.
// <div data-import="import-12" data-state="running" data-src="/c/x/imports/12/panel">…<div data-live>…
const renew = async (panel) => {
    const answer = await fetch(panel.dataset.src).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-import]');
    if (!fresh) return;
    if (fresh.dataset.state === panel.dataset.state && panel.dataset.state === 'running') {
        // the buttons stay: the focus may be on one
        panel.querySelector('[data-live]').replaceWith(fresh.querySelector('[data-live]'));
        return;
    }
    const focused = panel.contains(document.activeElement);
    panel.replaceWith(fresh);
    if (focused) fresh.focus();
};

let told;
document.addEventListener('jobs', (event) => {
    const panel = document.querySelector('[data-import]');
    if (!panel || panel.dataset.state !== 'running') return;
    const job = JSON.stringify(event.detail.find((one) => one.id === panel.dataset.import) ?? 'gone');
    if (job === told) return;
    told = job;
    renew(panel);
});

// A file that will not fit is not sent at all.
document.addEventListener(
    'change',
    (event) => {
        const room = event.target.closest?.('[data-room]');
        const file = event.target.files?.[0];
        if (!room || !file || file.size <= Number(room.dataset.room)) return;
        event.stopImmediatePropagation();
        event.target.value = '';
        room.querySelector('[data-drop-words]').textContent = `${file.name} does not fit: there is room for ${room.dataset.roomWords}. Make room, or import a smaller part.`;
    },
    true,
);
