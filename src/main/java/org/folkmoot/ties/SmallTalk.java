package org.folkmoot.ties;

import java.util.Set;

/// Words of small talk in some languages. In a small community they would be rare, and tell
/// nothing.
final class SmallTalk {

    static final Set<String> WORDS =
            Set.of(
                    """
                    about after again also anyone because been before both cannot could does doing
                    done everybody everyone from good great have hello help here into just know like
                    make many morning much need nice only other please really same should some
                    something still such sure thank thanks that their them then there these they
                    thing think this time today very want well were what when where which will with
                    work working works would your aber auch bitte danke dann dass eine einen haben
                    hallo kann nicht noch oder sich sind werden wenn wird pour dans avec merci para
                    como gracias
                    """
                            .strip()
                            .split("\\s+"));

    private SmallTalk() {}
}
