// Messages after an action: notes leave after 8 s, the undo bar after 10 s, bad news stays until closed.
// A pointer or the focus on a message keeps it. Other modules say something with flash('words', 'good', href).
const area = () => document.getElementById('flashes');

const leave = (message) => {
    if (message.classList.contains('tone-bad')) return;
    const wait = message.dataset.flash === 'undo' ? 10_000 : 8_000;
    let timer = setTimeout(() => message.remove(), wait);
    for (const stop of ['pointerenter', 'focusin']) message.addEventListener(stop, () => clearTimeout(timer));
    for (const go of ['pointerleave', 'focusout']) {
        message.addEventListener(go, () => {
            clearTimeout(timer);
            timer = setTimeout(() => message.remove(), wait);
        });
    }
};

export const flash = (words, tone = 'calm', href = null) => {
    const message = document.createElement('div');
    message.className = `flash tone-${tone}`;
    message.dataset.flash = 'note';
    const text = document.createElement('span');
    text.className = 'flash-words';
    text.textContent = words;
    message.append(text);
    if (href) {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = 'See it';
        message.append(link);
    }
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'tool';
    close.dataset.flashClose = '';
    close.setAttribute('aria-label', 'Close this message');
    close.textContent = '×';
    message.append(close);
    area()?.append(message);
};

document.addEventListener('click', (event) => {
    event.target.closest('[data-flash-close]')?.closest('.flash')?.remove();
});

if (area()) {
    area().querySelectorAll('.flash').forEach(leave);
    new MutationObserver((changes) => {
        for (const change of changes) {
            for (const node of change.addedNodes) if (node.classList?.contains('flash')) leave(node);
        }
    }).observe(area(), { childList: true });
}

document.addEventListener('htmx:responseError', (event) => {
    const reference = event.detail.xhr.getResponseHeader('X-Request-Id');
    flash(`That did not work, and nothing was changed.${reference ? ` Reference ${reference}.` : ' Reload the page and try again.'}`, 'bad');
});
document.addEventListener('htmx:sendError', () => flash('Folkmoot did not answer. Check your connection and try again.', 'bad'));
