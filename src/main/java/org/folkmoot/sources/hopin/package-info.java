/// Hopin, now RingCentral Events, live: organisations' events, registrations and sessions.
@NullMarked
package org.folkmoot.sources.hopin;

import org.jspecify.annotations.NullMarked;
