// A form that is drawn anew by each answer (data-draft) must not lose what was typed while the answer was under way: such an
// answer is passed over, and the form asks again as it is now.
const told = new WeakMap();
const words = (form) => new URLSearchParams(new FormData(form)).toString();

document.addEventListener('htmx:beforeRequest', (event) => {
    const form = event.detail.elt.closest('form[data-draft]');
    if (form) told.set(event.detail.xhr, words(form));
});

document.addEventListener('htmx:beforeSwap', (event) => {
    const form = event.detail.target;
    if (!form.matches?.('form[data-draft]') || !told.has(event.detail.xhr)) return;
    if (told.get(event.detail.xhr) === words(form)) return;
    event.detail.shouldSwap = false;
    const deed = event.detail.requestConfig.parameters.do;
    window.htmx.ajax('POST', form.getAttribute('hx-post'), {
        source: form, target: form, select: `#${form.id}`, swap: 'outerHTML', values: deed ? { do: deed } : {},
    });
});
