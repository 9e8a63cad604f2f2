package org.folkmoot.connectors.csv;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What columns are called in English, German, French, Spanish and Portuguese, as
/// [CsvHeader#word]s.
final class HeaderWords {

    /// Words that mean the same in every file.
    private static final Map<String, Target> SURE = new HashMap<>();

    /// Words that mean one thing in a list of people and another in a list of activities.
    private static final Map<String, Target> OF_PEOPLE = new HashMap<>();

    private static final Map<String, Target> OF_ACTIVITIES = new HashMap<>();

    static {
        sure(
                Target.PERSON_ID,
                "userid memberid authorid personid contactid customerid externalid"
                        + " mitgliedsnummer mitgliedid benutzerid idutilisateur idusuario idusuario idmembre memberuuid useruuid kundennummer");
        sure(
                Target.NAME,
                "fullname displayname realname membername author authorname user member person contact"
                        + " vollername anzeigename mitglied autor verfasser nomcomplet auteur membre nombrecompleto miembro nomecompleto membro creator createdby sender from"
                        + " nameoriginalname usernameoriginalname attendee attendeename participant participantname guestname");
        sure(
                Target.FIRST_NAME,
                "firstname givenname forename vorname prenom nombredepila primeironome");
        sure(
                Target.LAST_NAME,
                "lastname surname familyname nachname familienname nomdefamille apellido apellidos sobrenome ultimonome");
        sure(
                Target.HANDLE,
                "username handle login nick nickname screenname benutzername nutzername pseudo nomdutilisateur"
                        + " identifiant usuario nombredeusuario apodo nomedeusuario userhandle slug");
        sure(
                Target.EMAIL,
                "email emailaddress mail emailadresse mailadresse adressemail courriel adresseemail correo"
                        + " correoelectronico primaryemail workemail emails enderecodeemail useremail memberemail authoremail attendeeemail guestemail");
        sure(
                Target.ORGANISATION,
                "company companyname organisation organization organizationname organisationname"
                        + " employer firma unternehmen arbeitgeber verein entreprise societe employeur empresa organizacion organizacao affiliation organizations");
        sure(
                Target.JOB_TITLE,
                "jobtitle position beruf stelle berufsbezeichnung poste fonction cargo puesto occupation titleatcompany roleatcompany jobposition");
        sure(
                Target.LOCATION,
                "location city country region ort stadt land wohnort standort lieu ville pays ubicacion"
                        + " ciudad pais localizacao cidade rawlocation");
        sure(Target.TIMEZONE, "timezone tz zeitzone fuseauhoraire zonahoraria fusohorario");
        sure(Target.LANGUAGE, "language locale lang sprache langue idioma lingua");
        sure(Target.PRONOUNS, "pronouns pronomen pronoms pronombres pronomes");
        sure(
                Target.AVATAR,
                "avatar avatarurl picture photo image imageurl profilbild profileimage photourl foto");
        sure(
                Target.PROFILE_URL,
                "profileurl profile profil userurl profillink memberurl perfil urlofmemberprofile");
        sure(Target.WEBSITE, "website homepage webseite siteweb sitioweb blog web");
        sure(Target.BIO, "bio about biography aboutme ueberuns ubermich biographie biografia");
        sure(Target.GITHUB, "github githubhandle githubusername githuburl githublogin");
        sure(Target.X, "twitter x twitterhandle xhandle twitterusername twitterurl");
        sure(Target.LINKEDIN, "linkedin linkedinurl linkedinhandle linkedinprofile");
        sure(Target.DISCORD, "discord discordhandle discordusername discordid discordtag");
        sure(Target.MASTODON, "mastodon mastodonhandle fediverse");
        sure(
                Target.PHONE,
                "phone phonenumber mobile telefon telefonnummer handynummer telephone telefono telefone celular movil");
        sure(Target.ROLE, "role rolle funktion roletype membertype papel rol teammate isteammate");
        sure(
                Target.TAGS,
                "tags tag labels taglist schlagworte schlagworter stichworte etiquettes motscles etiquetas marcadores groups gruppen interests segments");
        sure(
                Target.NOTE,
                "note notes notiz notizen bemerkung bemerkungen anmerkung remarque remarques notas nota observaciones observacoes");
        sure(
                Target.JOINED,
                "joined joinedat joinedon joindate firstseen membersince signupdate registeredat registeredon"
                        + " registered registrationdate memberfrom beitritt beitrittsdatum beigetreten mitgliedseit eintritt eintrittsdatum registriertam registriert"
                        + " inscritle dateinscription dateadhesion membredepuis fechadealta fechaderegistro miembrodesde datadecadastro membrodesde datadeentrada signedup signedupat joinedgroupon");
        sure(
                Target.LAST_SEEN,
                "lastseen lastactive lastactivity lastseenat lastactiveat lastlogin zuletztgesehen zuletztaktiv letzteaktivitat"
                        + " dernierevisite dernierconnexion ultimaactividad ultimoacceso ultimaatividade ultimoacesso");
        sure(
                Target.ACTIVITY_ID,
                "activityid activitykey messageid postid eventid key dedupkey aktivitatsid nachrichtid commentid");
        sure(
                Target.KIND,
                "activity activitytype activitytypekey kind kindofactivity eventtype action aktion aktivitat art genre"
                        + " typeactivite actividad accion tipodeactividad atividade acao tipodeatividade messagetype");
        sure(
                Target.TIME,
                "occurredat occurredon occurred timestamp activitytime activitydate happenedat postedat postedon sentat time when"
                        + " datetime dateandtime zeitpunkt zeit uhrzeit zeitstempel datumuhrzeit horodatage heure dateheure fechahora fechayhora datahora marcatemporal ts eventtime publishedat messagedate"
                        + " jointime firstjoin checkedinat checkintime checkindate scantime scantimestamp scannedat entrytime timein badgetime rsvpedon rsvpdate orderdate");
        sure(
                Target.TEXT,
                "text message body content comment messagetext nachricht inhalt kommentar beitrag contenu texte commentaire"
                        + " mensaje texto contenido comentario mensagem conteudo post custombody activitybody");
        sure(
                Target.SUBJECT,
                "subject betreff sujet objet asunto assunto activitytitle thema topic topictitle headline");
        sure(
                Target.LINK,
                "permalink activityurl messageurl linkurl activitylink posturl customlink");
        sure(
                Target.PLACE,
                "channel channelname place forum category kanal kategorie salon canal categoria categorie repository repo"
                        + " room server raum subsource");
        sure(
                Target.PARENT,
                "parent parentid replyto inreplyto replytoid threadid thread parentkey antwortauf enreponsea respuestaa respostaa parentactivity");
        sure(
                Target.PLATFORM,
                "platform plattform plateforme plataforma source quelle fuente fonte herkunft network");
        sure(Target.WEIGHT, "weight gewicht poids peso points punkte puntos pontos");
        both("id uuid uid", Target.PERSON_ID, Target.ACTIVITY_ID);
        both("title titel titre titulo", Target.JOB_TITLE, Target.SUBJECT);
        both("url link adresse lien enlace", Target.PROFILE_URL, Target.LINK);
        both("type typ tipo", Target.ROLE, Target.KIND);
        both(
                "date datum fecha data createdat created createdon creationdate erstelltam erstellt datecreation fechadecreacion dataderegistro criadoem creele",
                Target.JOINED,
                Target.TIME);
        both("description beschreibung descripcion descricao", Target.BIO, Target.TEXT);
        both("name nom nombre nome", Target.NAME, Target.NAME);
    }

    private HeaderWords() {}

    private static void sure(Target target, String words) {
        for (var word : words.split(" ", -1)) {
            SURE.put(word, target);
        }
    }

    private static void both(String words, Target ofPeople, Target ofActivities) {
        for (var word : words.split(" ", -1)) {
            OF_PEOPLE.put(word, ofPeople);
            OF_ACTIVITIES.put(word, ofActivities);
        }
    }

    static @Nullable Target sure(String word) {
        return SURE.get(word);
    }

    /// @param activities whether the file lists activities
    static @Nullable Target either(String word, boolean activities) {
        return (activities ? OF_ACTIVITIES : OF_PEOPLE).get(word);
    }

    static boolean known(String word) {
        return SURE.containsKey(word) || OF_PEOPLE.containsKey(word);
    }
}
