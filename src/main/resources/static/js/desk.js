// Everything a page of the desk does by itself. Each behaviour has its own file.
import './csrf.js';
import './theme.js';
import './rail.js';
import './flash.js';
import './offline.js';
import './palette.js';
import './shortcuts.js';
import './table.js';
import './filter.js';
import './tray.js';
import './card.js';
import './dialog.js';
import './dropzone.js';
import './imports.js';
import './chart.js';
import './duplicates.js';
