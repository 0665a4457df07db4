import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * java -cp 'lib/*' Validate.java 3a,ua1 one.pdf other.pdf ...
 *
 * Prints a line per file and flavour, "one.pdf 3a 63800", and after it one per rule that failed, "  7.1 t3 x2: why".
 */
public class Validate {
  public static void main(String[] args) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (int place = 1; place < args.length; place++)
      for (String flavour : args[0].split(","))
        validate(new File(args[place]), PDFAFlavour.byFlavourId(flavour));
  }

  static void validate(File pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(pdf, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s %s %d%n", pdf.getName(), flavour.getId(), result.getTotalAssertions());
      TreeMap<String, Integer> counts = new TreeMap<>();
      for (TestAssertion one : result.getTestAssertions())
        if (one.getStatus() == TestAssertion.Status.FAILED)
          counts.merge(one.getRuleId().getClause() + " t" + one.getRuleId().getTestNumber() + ": "
              + one.getMessage().replaceAll("\\s+", " "), 1, Integer::sum);
      counts.forEach((rule, count) -> System.out.printf("  %dx %s%n", count, rule));
    }
  }
}
