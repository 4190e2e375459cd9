package costwire.extract.name;

import java.util.List;

/** The legal forms before and behind companies' names, which their names do without. */
final class LegalForms {
  /** Without the stop that may end them. */
  private static final List<String> BEHIND =
      List.of(
          " GmbH & Co. KG",
          " GmbH",
          " AG",
          " SE",
          " KG",
          " KGaA",
          " eG",
          " e.V",
          " Inc",
          " Ltd",
          " LLC",
          " LLP",
          " PLC",
          " plc",
          " Corp",
          " S.A",
          " SA",
          " SAS",
          " S.A.S",
          " SARL",
          " S.A. de C.V",
          " S.L",
          " S.L.U",
          " Ltda",
          " S.p.A",
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
          " ApS",
          " Oy",
          " Oyj",
          " A.Ş",
          " Ltd. Şti",
          " Kft",
          " Zrt",
          " Nyrt",
          " s.r.o",
          " a.s",
          " d.o.o",
          " d.d",
          " a.d",
          " Sp. z o.o",
          " Pty",
          " Pvt",
          " Tbk",
          " Sdn Bhd",
          " Bhd",
          " OÜ",
          " UAB",
          " SIA",
          " EOOD",
          " ЕООД",
          " ООД",
          " АД",
          " ΑΕ",
          " Α.Ε",
          "株式会社",
          "股份有限公司",
          "有限责任公司",
          "有限公司",
          " จำกัด (มหาชน)",
          " จำกัด",
          "จำกัด");

  private static final List<String> BEFORE =
      List.of(
          "PT ",
          "CV ",
          "ООО ",
          "ОАО ",
          "ПАО ",
          "ЗАО ",
          "АО ",
          "ТОО ",
          "ТОВ ",
          "ПАТ ",
          "АТ ",
          "株式会社",
          "주식회사 ",
          "㈜",
          "Công ty TNHH ",
          "Công ty CP ",
          "Công ty cổ phần ",
          "Công ty ",
          "TNHH ",
          "CP ");

  private LegalForms() {}

  static String without(String name) {
    String bare = name;
    for (String form : BEFORE) {
      if (bare.startsWith(form) && bare.length() > form.length()) {
        bare = bare.substring(form.length());
        break;
      }
    }
    String open = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    for (String form : BEHIND) {
      if (open.endsWith(form) && open.length() > form.length()) {
        return open.substring(0, open.length() - form.length()).strip();
      }
    }
    return bare;
  }
}
