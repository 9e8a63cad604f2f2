package org.folkmoot.kernel;

/// Which community: the first column of every key.
public record CommunityId(int value) {

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
