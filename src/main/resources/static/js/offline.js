// A form is not sent into the void: without a network, or when Folkmoot does not answer, it stays on the page with
// all that was typed. Whether it answers is asked only of forms that were open for a minute: there much may be typed.
import { flash } from './flash.js';

const LONG = 60_000;
const asked = new WeakSet();

const answers = () =>
    fetch('/js/offline.js', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5_000) }).then(
        () => true,
        () => false,
    );

document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (event.defaultPrevented || asked.delete(form)) return;
    if (!navigator.onLine) {
        event.preventDefault();
        flash('You are offline, so this was not sent. What you entered is still here: try again when you are back.', 'bad');
    } else if (form.method === 'post' && performance.now() > LONG) {
        event.preventDefault();
        if (await answers()) {
            asked.add(form);
            form.requestSubmit(event.submitter);
        } else {
            flash('Folkmoot does not answer just now, so this was not sent. What you entered is still here: try again in a moment.', 'bad');
        }
    }
});
