package org.folkmoot.sources.outgoing;

/// Up to which number a feed can be read without passing over anything that is yet to be seen.
@FunctionalInterface
interface Horizon {

    long upTo(Feed feed);
}
