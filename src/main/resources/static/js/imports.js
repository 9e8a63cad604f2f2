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

// The list of imports: <div data-imports> is asked for anew when one of them begins, ends or gets on.
const relist = async (list) => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-imports]');
    if (!fresh) return;
    const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    document.querySelector('.lede')?.replaceWith(page.querySelector('.lede'));
    list.replaceWith(fresh);
    if (focused) fresh.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
};

let told;
document.addEventListener('jobs', (event) => {
    const panel = document.querySelector('[data-import][data-state="running"]');
    const list = document.querySelector('[data-imports]');
    const now = JSON.stringify(panel ? (event.detail.find((one) => one.id === panel.dataset.import) ?? 'gone') : event.detail);
    if (now === told || (!panel && !list)) return;
    if (panel) renew(panel);
    else if (told !== undefined || event.detail.length > 0) relist(list);
    told = now;
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
