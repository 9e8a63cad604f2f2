/// Zoom, live: an account's scheduled meetings and webinars, who registered and who was there.
@NullMarked
package org.folkmoot.sources.zoom;

import org.jspecify.annotations.NullMarked;
