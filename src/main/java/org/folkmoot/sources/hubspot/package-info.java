/// A HubSpot account, live: its contacts, companies, lists, marketing events and calls.
@NullMarked
package org.folkmoot.sources.hubspot;

import org.jspecify.annotations.NullMarked;
