// Where tabs go on beyond the edge, the one that is open comes into view.
document.querySelectorAll('.tabs').forEach((tabs) => {
  const open = tabs.querySelector('[aria-current="page"]');
  if (open && tabs.scrollWidth > tabs.clientWidth) {
    tabs.scrollLeft = open.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - open.offsetWidth) / 2;
  }
});
