package org.folkmoot.sources.hopin;

/// The same, with things as plain objects and pages that are counted.
class PlainHopinTests extends HopinConnectorTests {

    @Override
    boolean plain() {
        return true;
    }
}
