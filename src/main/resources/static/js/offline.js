// A form is not sent into the void: without a network it stays on the page with all that was typed.
import { flash } from './flash.js';

document.addEventListener('submit', (event) => {
    if (navigator.onLine || event.defaultPrevented) return;
    event.preventDefault();
    flash('You are offline, so this was not sent. What you entered is still here: try again when you are back.', 'bad');
});
