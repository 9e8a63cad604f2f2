package org.folkmoot.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/// Looks names up for connections that may only go out into the public net. What is found here
/// is what is connected to, so no second look-up can answer otherwise.
///
/// @param allowed which addresses may be connected to
public record PublicAddresses(Predicate<InetAddress> allowed) implements DnsResolver {

    public static final PublicAddresses ONLY = new PublicAddresses(PublicAddresses::isPublic);

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(allowed)) {
            throw new UnknownHostException(host + " is not in the public net");
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// By the special-purpose address registries of IANA (RFC 6890): IPv4 without its reserved
    /// blocks, of IPv6 only global unicast without documentation, Teredo and 6to4.
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        if (address instanceof Inet4Address) {
            return first > 0
                    && first < 224
                    && first != 127
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && (third == 0 || third == 2))
                    && !(first == 192 && second == 88 && third == 99)
                    && !(first == 198 && (second == 18 || second == 19))
                    && !(first == 198 && second == 51 && third == 100)
                    && !(first == 203 && second == 0 && third == 113);
        }
        int fourth = b[3] & 0xff;
        var documentation = first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8;
        var special = first == 0x20 && second == 0x01 && third < 2;
        var sixToFour = first == 0x20 && second == 0x02;
        return first >> 5 == 1 && !documentation && !special && !sixToFour;
    }
}
