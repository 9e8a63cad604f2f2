/// Google Analytics 4, live: what a site's visitors did, by day, landing page and campaign.
@NullMarked
package org.folkmoot.sources.googleanalytics;

import org.jspecify.annotations.NullMarked;
