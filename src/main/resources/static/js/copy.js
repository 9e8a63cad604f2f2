// Copies the text of a field: <button data-copy="#draft" hidden>.
document.querySelectorAll('[data-copy]').forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    const words = [...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const before = words?.data;
    button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(document.querySelector(button.dataset.copy).value);
        if (words) {
            words.data = ' Copied';
            setTimeout(() => { words.data = before; }, 2000);
        }
    });
});
