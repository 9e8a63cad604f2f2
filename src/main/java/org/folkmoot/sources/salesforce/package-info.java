/// A Salesforce org, live: its contacts, and the campaigns that they took part in.
@NullMarked
package org.folkmoot.sources.salesforce;

import org.jspecify.annotations.NullMarked;
