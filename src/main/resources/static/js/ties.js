// The picture of who knows whom: fetched, laid out in a worker, drawn on a canvas.
const stage = document.querySelector('[data-ties]');
if (stage) {
    stage.hidden = false;
    import('./ties-picture.js').then(({ show }) => show(stage)).catch(() => {
        stage.querySelector('[data-ties-said]').textContent = 'The picture could not be drawn. The table below says the same; reload the page to try again.';
    });
}
