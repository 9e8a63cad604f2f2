// Drop a file or choose one: it is sent with a bar; without script the form sends itself.
// <form data-dropzone method="post" enctype="multipart/form-data">, answer: a redirect or a page to show.
import { csrfHeaders } from './csrf.js';

const size = (bytes) => {
    const units = ['B', 'KB', 'MB', 'GB'];
    const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return `${(bytes / 1000 ** power).toLocaleString(document.documentElement.lang, { maximumFractionDigits: power ? 1 : 0 })} ${units[power]}`;
};

// what the error page says, in one sentence
const said = (request) =>
    new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('.mishap p')?.textContent;

const send = (form, file) => {
    const bar = form.querySelector('progress');
    const words = form.querySelector('[data-drop-words]');
    const request = new XMLHttpRequest();
    const started = Date.now();
    form.toggleAttribute('data-sending', true);
    bar.hidden = false;
    request.upload.addEventListener('progress', (event) => {
        const seconds = (Date.now() - started) / 1000;
        const left = seconds > 2 ? Math.ceil(((event.total - event.loaded) * seconds) / event.loaded) : null;
        bar.value = event.loaded / event.total;
        const rest = left === null ? '' : left < 60 ? `, about ${left} s left` : `, about ${Math.ceil(left / 60)} min left`;
        words.textContent = `Sending ${file.name}: ${size(event.loaded)} of ${size(event.total)}${rest}`;
    });
    request.upload.addEventListener('load', () => (words.textContent = `${file.name} is here. Looking inside.`));
    const failed = (why) => {
        bar.hidden = true;
        form.toggleAttribute('data-sending', false);
        form.toggleAttribute('data-failed', true);
        words.textContent = why;
    };
    request.addEventListener('load', () => {
        if (request.status < 400) location.assign(request.responseURL);
        else if (request.status === 413) failed(`${file.name} is larger than this installation accepts. Import it from the command line instead.`);
        else failed(said(request) ?? `${file.name} arrived, but could not be taken in. Nothing was stored. Try again.`);
    });
    request.addEventListener('error', () => failed(`${file.name} did not arrive. Nothing was stored. Check your connection and try again.`));
    request.open('POST', form.action);
    for (const [name, value] of Object.entries(csrfHeaders())) request.setRequestHeader(name, value);
    const data = new FormData(form);
    data.set(form.querySelector('input[type=file]').name, file);
    request.send(data);
};

const zone = (event) => event.target.closest?.('[data-dropzone]');

document.addEventListener('dragover', (event) => {
    const form = zone(event);
    if (!form || form.hasAttribute('data-sending')) return;
    event.preventDefault();
    form.toggleAttribute('data-over', true);
});
document.addEventListener('dragleave', (event) => {
    const form = zone(event);
    if (form && !form.contains(event.relatedTarget)) form.toggleAttribute('data-over', false);
});
document.addEventListener('drop', (event) => {
    const form = zone(event);
    if (!form || form.hasAttribute('data-sending')) return;
    event.preventDefault();
    form.toggleAttribute('data-over', false);
    if (event.dataTransfer.files[0]) send(form, event.dataTransfer.files[0]);
});
document.addEventListener('change', (event) => {
    if (zone(event) && event.target.matches('input[type=file]') && event.target.files[0]) send(zone(event), event.target.files[0]);
});
