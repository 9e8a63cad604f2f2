// Long work: bars, rate and remaining time from the server's stream; goes on when the page is left.
// The stream sends the event "jobs" with a JSON list, at once and on every change:
// [{"id", "title", "href", "done": 0..1 or null, "words": "12,400 rows/s, about 2 min left, reading #help",
//   "state": "running" | "done" | "failed" | "cancelled", "cancel": a path to POST to, or null}]
import { csrfHeaders } from './csrf.js';
import { flash } from './flash.js';

const tray = document.querySelector('[data-tray]');
let stream;

const seen = () => new Set(JSON.parse(sessionStorage.getItem('running') ?? '[]'));

const start = () => {
    const list = tray.querySelector('[data-tray-list]');
    const blank = tray.querySelector('[data-tray-template]');
    const news = document.querySelector('[data-tray-news]');
    const button = document.querySelector('[data-tray-button]');

    const row = (job) => {
        let item = list.querySelector(`[data-job="${CSS.escape(job.id)}"]`);
        if (!item) {
            item = blank.content.firstElementChild.cloneNode(true);
            item.dataset.job = job.id;
            list.append(item);
        }
        const part = (name) => item.querySelector(`[data-part=${name}]`);
        item.dataset.state = job.state;
        part('title').textContent = job.title;
        part('title').href = job.href;
        part('words').textContent = job.words;
        part('cancel').hidden = job.state !== 'running' || !job.cancel;
        part('cancel').dataset.cancel = job.cancel ?? '';
        part('bar').hidden = job.state !== 'running';
        if (job.done === null) part('bar').removeAttribute('value');
        else part('bar').value = job.done;
        return item;
    };

    const draw = (jobs) => {
        const before = seen();
        const running = jobs.filter((job) => job.state === 'running');
        list.replaceChildren(...jobs.map(row));
        tray.querySelector('[data-tray-empty]').hidden = jobs.length > 0;
        button.toggleAttribute('data-busy', running.length > 0);
        button.querySelector('[data-tray-count]').textContent = running.length ? `${running.length} running` : 'nothing is running';
        for (const job of jobs) {
            if (job.state === 'running' || !before.has(job.id)) continue;
            news.textContent = `${job.title}: ${job.words}`;
            flash(`${job.title}: ${job.words}`, job.state === 'failed' ? 'bad' : 'good', job.href);
        }
        sessionStorage.setItem('running', JSON.stringify(running.map((job) => job.id)));
    };

    // A browser allows six streams per host; pages in the background give theirs back.
    const listen = () => {
        if (document.hidden) {
            stream?.close();
            stream = undefined;
        } else if (!stream) {
            stream = new EventSource(tray.dataset.tray);
            stream.addEventListener('jobs', (event) => {
                const jobs = JSON.parse(event.data);
                draw(jobs);
                document.dispatchEvent(new CustomEvent('jobs', { detail: jobs }));
            });
        }
    };
    document.addEventListener('visibilitychange', listen);
    addEventListener('pagehide', () => stream?.close());
    listen();

    list.addEventListener('click', async (event) => {
        const cancel = event.target.closest('[data-cancel]');
        if (!cancel) return;
        cancel.disabled = true;
        cancel.textContent = 'Stopping';
        const answer = await fetch(cancel.dataset.cancel, { method: 'POST', headers: csrfHeaders() }).catch(() => null);
        if (answer?.ok) return;
        cancel.disabled = false;
        cancel.textContent = 'Cancel';
        flash('It could not be stopped just now. Try again in a moment.', 'bad');
    });
};

if (tray) start();
