// What a public page does by itself.
import './csrf.js';
import './theme.js';
import './dropzone.js';
import './chart.js';
