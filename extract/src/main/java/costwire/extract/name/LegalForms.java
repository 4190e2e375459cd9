package costwire.extract.name;

import java.util.List;

/** The legal forms behind companies' names, which their names do without. */
final class LegalForms {
  private static final List<String> FORMS =
      List.of(
          " GmbH & Co. KG",
          " GmbH",
          " AG",
          " SE",
          " KG",
          " Inc",
          " Inc.",
          " Ltd",
          " Ltd.",
          " LLC",
          " LLP",
          " PLC",
          " plc",
          " Corp",
          " Corp.",
          " S.A.",
          " SA",
          " SAS",
          " SARL",
          " S.p.A",
          " S.p.A.",
          " SpA",
          " S.r.l",
          " Srl",
          " B.V",
          " BV",
          " N.V",
          " NV",
          " AB",
          " AS",
          " ASA",
          " A/S",
          " Oy",
          " Oyj",
          " A.Ş",
          " A.Ş.",
          " Ltd. Şti",
          " Kft",
          " Zrt",
          " Nyrt",
          " s.r.o",
          " a.s",
          " d.o.o",
          " Sp. z o.o",
          " Pty",
          " Pvt",
          " Tbk",
          " OÜ",
          " UAB",
          " SIA",
          " EOOD");

  private LegalForms() {}

  static String without(String name) {
    for (String form : FORMS) {
      if (name.endsWith(form)) {
        return name.substring(0, name.length() - form.length());
      }
    }
    return name;
  }
}
