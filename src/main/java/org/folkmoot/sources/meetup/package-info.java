/// Meetup, live: groups with their members, events and answers to invitations.
@NullMarked
package org.folkmoot.sources.meetup;

import org.jspecify.annotations.NullMarked;
