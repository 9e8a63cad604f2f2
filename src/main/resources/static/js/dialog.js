// Opens the dialog before something that cannot be undone; Esc, "Keep it" and a click beside it close it.
document.addEventListener('click', (event) => {
    const opener = event.target.closest?.('[data-dialog]');
    if (opener) document.getElementById(opener.dataset.dialog).showModal();
    else if (event.target.matches?.('dialog.dialog')) event.target.close();
});
