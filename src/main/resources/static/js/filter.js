// In an empty field of the filter bar, Backspace takes the last filter away.
document.addEventListener('keydown', (event) => {
    const field = event.target;
    if (event.key !== 'Backspace' || !field.matches?.('.filters input') || field.value) return;
    const last = [...field.closest('.filters').querySelectorAll('[data-filter-remove]')].at(-1);
    if (last) {
        event.preventDefault();
        last.click();
    }
});
