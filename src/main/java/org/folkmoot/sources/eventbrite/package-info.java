/// Eventbrite, live: organisations' events, who registered and came, and who bought tickets.
@NullMarked
package org.folkmoot.sources.eventbrite;

import org.jspecify.annotations.NullMarked;
