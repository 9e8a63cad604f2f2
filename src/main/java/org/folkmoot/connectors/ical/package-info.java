/// Calendars saved as iCalendar files: who organised what, who said they would come.
@NullMarked
package org.folkmoot.connectors.ical;

import org.jspecify.annotations.NullMarked;
